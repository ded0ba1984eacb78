using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>How far an onboarding is on a day.</summary>
/// <param name="Steps">Steps in all.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Skipped">Steps skipped.</param>
/// <param name="Overdue">Open steps whose day has passed.</param>
/// <param name="NextDue">The day of the open step that is due first; null when none is open.</param>
public sealed record OnboardingProgress(int Steps, int Done, int Skipped, int Overdue, LocalDate? NextDue)
{
    /// <summary>Steps that are settled, as a share of all: 0 to 1.</summary>
    public double Ratio => (double)(Done + Skipped) / Steps;
}
