namespace Crm.Domain.Feedback;

/// <summary>Where a survey stands.</summary>
public enum SurveyStatus
{
    /// <summary>It is being written; nobody is asked yet.</summary>
    Draft,

    /// <summary>Customers can be asked.</summary>
    Published,

    /// <summary>Nobody is asked any more, and nobody can answer.</summary>
    Closed,
}
