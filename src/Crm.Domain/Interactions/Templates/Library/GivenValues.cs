namespace Crm.Domain.Interactions;

/// <summary>The names of what senders give with each message, and what stands for some of them always.</summary>
internal sealed class GivenValues(IEnumerable<MessageNames> names) : IMessageValueSource
{
    public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary().Texts([.. names.SelectMany(n => n.Texts).Distinct(StringComparer.Ordinal)]);

    public Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken)
    {
        foreach (var (name, text) in names.SelectMany(n => n.Always))
        {
            values.Set(name, text);
        }

        return Task.CompletedTask;
    }
}
