using Crm.Domain.Interactions;

namespace Crm.Domain.Marketing;

/// <summary>Gives templates <c>preferences.token</c>: a mark, in whose place <see cref="PreferenceSeal"/> puts the token of whom the message goes to.</summary>
internal sealed class PreferenceValues : IMessageValueSource
{
    public const string Name = "preferences.token";
    public const string Mark = "crm-preferences-token-00";

    public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary().Texts(Name);

    public Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken)
    {
        values.Set(Name, Mark);
        return Task.CompletedTask;
    }
}
