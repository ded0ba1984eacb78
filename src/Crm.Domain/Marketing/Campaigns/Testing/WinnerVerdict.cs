namespace Crm.Domain.Marketing;

/// <summary>Whether the best variant is really better.</summary>
public enum WinnerVerdict
{
    /// <summary>Better than every other, by more than chance explains.</summary>
    Significant,

    /// <summary>No winner: chance explains the difference.</summary>
    NotSignificant,

    /// <summary>No winner: too few messages or responses to say.</summary>
    TooFewResponses,
}
