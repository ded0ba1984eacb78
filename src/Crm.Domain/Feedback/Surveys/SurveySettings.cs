using Crm.Domain.Service;

namespace Crm.Domain.Feedback;

/// <summary>How a survey is sent and what follows from its answers.</summary>
public sealed record SurveySettings
{
    /// <summary>Most days and hours of any setting.</summary>
    public const int MaxDays = 365;

    /// <summary>For how many days an invitation can be answered.</summary>
    /// <value>30 by default; 1 to <see cref="MaxDays"/>.</value>
    public int ExpiresAfterDays { get; init; } = 30;

    /// <summary>After how many days without an answer the customer is reminded, once; of invitations that this library sent.</summary>
    /// <value>7 by default; 1 to <see cref="MaxDays"/>, null for never.</value>
    public int? RemindsAfterDays { get; init; } = 7;

    /// <summary>The message template by which invitations are sent: its channel and purpose hold, and it names <c>survey.token</c>.</summary>
    /// <value>Null by default: the host sends invitations itself.</value>
    public string? TemplateKey { get; init; }

    /// <summary>The status of a service case on which its customer is asked, once per case.</summary>
    /// <value>Null by default: nobody is asked automatically.</value>
    public CaseStatus? AsksWhenCaseIs { get; init; }

    /// <summary>Whether a case takes no more messages of its customer once it is rated: they open a new case.</summary>
    /// <value>False by default.</value>
    public bool LocksRatedCase { get; init; }

    /// <summary>What a low score leads to.</summary>
    /// <value><see cref="LowScoreFollowUp.Nothing"/> by default.</value>
    public LowScoreFollowUp LowScore { get; init; }

    /// <summary>Within how many hours a low score is to be followed up.</summary>
    /// <value>24 by default; 1 to 8,760.</value>
    public int FollowUpHours { get; init; } = 24;

    /// <summary>The team that follows up.</summary>
    /// <value>Null by default: nobody in particular.</value>
    public string? FollowUpTeamId { get; init; }

    /// <summary>The type of the case that a low score opens.</summary>
    /// <value><see cref="Complaints.CaseType"/> by default.</value>
    public string FollowUpCaseType { get; init; } = Complaints.CaseType;
}
