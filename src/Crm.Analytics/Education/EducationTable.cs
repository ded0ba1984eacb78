namespace Crm.Analytics.Education;

/// <summary>Whom to tell about what. Immutable.</summary>
/// <param name="Candidates">By customer, then the best product first: those that a rule speaks for by confidence, then those of the model.</param>
/// <param name="Customers">How many customers have a candidate.</param>
/// <param name="WithoutConsent">How many customers would have one and may not be told.</param>
/// <param name="WithoutLesson">How many customers only have candidates that there is nothing to teach about.</param>
public sealed record EducationTable(IReadOnlyList<EducationCandidate> Candidates, int Customers, int WithoutConsent, int WithoutLesson);
