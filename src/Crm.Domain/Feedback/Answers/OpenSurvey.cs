using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>A survey as the customer who was invited sees it, in one language.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="Survey">The survey's key.</param>
/// <param name="Title">The title.</param>
/// <param name="Language">The language that was wanted; the main one of the survey where there was no wish.</param>
/// <param name="Questions">The questions in their order.</param>
/// <param name="ExpiresAt">From when on it cannot be answered.</param>
public sealed record OpenSurvey(SurveyInvitationId InvitationId, string Survey, string Title, LanguageTag Language, IReadOnlyList<OpenQuestion> Questions, Instant ExpiresAt)
{
    internal static OpenSurvey Of(SurveyInvitation invitation, SurveyDefinition definition, LanguageTag? language) => new(
        invitation.Id,
        invitation.SurveyKey,
        definition.TextIn(definition.Titles, language),
        language ?? definition.Language,
        [.. definition.Questions.Select(q => new OpenQuestion(
            q.Key, q.Kind, definition.TextIn(q.Texts, language), q.IsRequired, q.Measure?.Minimum, q.Measure?.Maximum,
            [.. q.Choices.Select(c => new OpenChoice(c.Key, definition.TextIn(c.Texts, language)))]))],
        invitation.ExpiresAt);
}

/// <summary>A question as the customer sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What kind of answer it takes.</param>
/// <param name="Text">The question.</param>
/// <param name="IsRequired">Whether it must be answered.</param>
/// <param name="Minimum">The lowest answer of a scale.</param>
/// <param name="Maximum">The highest answer of a scale.</param>
/// <param name="Choices">The choices.</param>
public sealed record OpenQuestion(string Key, SurveyQuestionKind Kind, string Text, bool IsRequired, int? Minimum, int? Maximum, IReadOnlyList<OpenChoice> Choices);

/// <summary>A choice as the customer sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Text">What it says.</param>
public sealed record OpenChoice(string Key, string Text);
