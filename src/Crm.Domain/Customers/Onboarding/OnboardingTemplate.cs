namespace Crm.Domain.Customers;

/// <summary>A checklist by which new customers are led through first products and services.</summary>
/// <param name="Name">Its name, one line of at most 100 characters.</param>
/// <param name="Steps">The steps in their order; 1 to 100.</param>
public sealed record OnboardingTemplate(string Name, IReadOnlyList<OnboardingTemplateStep> Steps);
