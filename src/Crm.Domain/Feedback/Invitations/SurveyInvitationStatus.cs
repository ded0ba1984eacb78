namespace Crm.Domain.Feedback;

/// <summary>Where an invitation stands.</summary>
public enum SurveyInvitationStatus
{
    /// <summary>It can be answered.</summary>
    Open,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}
