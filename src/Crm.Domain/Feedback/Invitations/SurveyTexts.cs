using Crm.Domain.Interactions;

namespace Crm.Domain.Feedback;

/// <summary>Names that templates of invitations may use; their texts come with each invitation.</summary>
internal sealed class SurveyTexts : IMessageTexts
{
    public const string Token = "survey.token";
    public const string Title = "survey.title";

    public IReadOnlyList<string> Names { get; } = [Token, Title];
}
