namespace Crm.Domain.Interactions;

/// <summary>Lets templates use the names of texts that come with messages of other areas.</summary>
internal sealed class MessageTextNames(IEnumerable<IMessageTexts> texts) : IMessageValueSource
{
    public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary().Texts([.. texts.SelectMany(t => t.Names)]);

    public Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken) => Task.CompletedTask;
}
