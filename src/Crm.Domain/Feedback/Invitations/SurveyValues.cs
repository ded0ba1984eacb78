using Crm.Domain.Interactions;

namespace Crm.Domain.Feedback;

/// <summary>Names that templates of invitations may use; their values come with each invitation.</summary>
internal sealed class SurveyValues : IMessageValueSource
{
    public const string Token = "survey.token";
    public const string Title = "survey.title";

    public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary().Texts(Token, Title);

    public Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken) => Task.CompletedTask;
}
