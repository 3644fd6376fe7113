package com.example.odd;

public class AbsentClass extends LampContributor {}
