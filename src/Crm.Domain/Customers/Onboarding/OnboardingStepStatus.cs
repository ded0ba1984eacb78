namespace Crm.Domain.Customers;

/// <summary>What became of an onboarding step.</summary>
public enum OnboardingStepStatus
{
    /// <summary>Still to be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left out on purpose.</summary>
    Skipped,
}
