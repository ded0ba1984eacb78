namespace Crm.Domain.Intake;

/// <summary>What became of a message.</summary>
public enum IntakeOutcome
{
    /// <summary>It opened a case.</summary>
    NewCase,

    /// <summary>It went into a case that was there.</summary>
    FollowUp,

    /// <summary>It was recorded as a contact, without a case.</summary>
    Interaction,

    /// <summary>It was taken before; nothing was written.</summary>
    Duplicate,

    /// <summary>It was not taken, and nothing was written; the reason says why.</summary>
    Refused,
}
