using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One dated step of an onboarding. Part of <see cref="Onboarding"/>; changed by its acts.</summary>
public sealed class OnboardingStep
{
    private OnboardingStep() => Title = null!;

    internal OnboardingStep(int number, string title, LocalDate dueOn)
    {
        Number = number;
        Title = title;
        DueOn = dueOn;
    }

    /// <summary>Place in the checklist, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; }

    /// <summary>The day it is due.</summary>
    public LocalDate DueOn { get; internal set; }

    /// <summary>Open, done or skipped.</summary>
    public OnboardingStepStatus Status { get; private set; }

    /// <summary>When it was done or skipped.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Id of who did or skipped it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>Why it was skipped, or what is worth knowing.</summary>
    public string? Note { get; private set; }

    internal void Settle(OnboardingStepStatus status, string? by, string? note, Instant? at) => (Status, SettledBy, Note, SettledAt) = (status, by, note, at);
}
