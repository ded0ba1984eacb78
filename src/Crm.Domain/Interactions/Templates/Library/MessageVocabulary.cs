namespace Crm.Domain.Interactions;

/// <summary>All names that templates may use: those of every source of values.</summary>
/// <remarks>Scoped service.</remarks>
public sealed class MessageVocabulary(IEnumerable<IMessageValueSource> sources)
{
    /// <summary>The names.</summary>
    public TemplateVocabulary All { get; } = sources.Aggregate(new TemplateVocabulary(), (all, source) => all.Add(source.Vocabulary));
}
