namespace Crm.Domain.Customers;

/// <summary>One step of a template.</summary>
/// <param name="Title">What is to be done, one line of at most 200 characters.</param>
/// <param name="DueAfterDays">Days from the beginning to the day it is due; 0 to 3,650.</param>
public sealed record OnboardingTemplateStep(string Title, int DueAfterDays);
