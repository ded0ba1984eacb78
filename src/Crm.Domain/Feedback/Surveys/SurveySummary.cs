namespace Crm.Domain.Feedback;

/// <summary>A survey in a list.</summary>
/// <param name="Id">The survey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Number">The number of the version that customers are asked now; zero before the first one.</param>
/// <param name="HasDraft">Whether something new is written.</param>
public sealed record SurveySummary(SurveyId Id, string Key, string Name, SurveyStatus Status, int Number, bool HasDraft);
