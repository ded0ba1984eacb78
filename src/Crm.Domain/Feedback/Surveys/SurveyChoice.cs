namespace Crm.Domain.Feedback;

/// <summary>One choice of a question.</summary>
/// <param name="Key">What answers and reports call it: up to 64 lower-case letters, digits and hyphens.</param>
/// <param name="Texts">What customers read, by language.</param>
public sealed record SurveyChoice(string Key, IReadOnlyDictionary<string, string> Texts);
