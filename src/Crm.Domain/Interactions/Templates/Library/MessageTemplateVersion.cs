using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What a template said in one language from some moment on. Part of <see cref="MessageTemplate"/>; never changed.</summary>
public sealed class MessageTemplateVersion
{
    private MessageTemplateVersion() => (Language, Text, ActorId) = (null!, null!, null!);

    internal MessageTemplateVersion(int number, MessageTemplateContent content, string actorId, Instant at)
    {
        Number = number;
        Language = content.Language ?? throw new ArgumentException("A language was expected.", nameof(content));
        Text = Guard.Text(content.Text, TemplateText.MaxLength);
        Subject = Guard.OptionalLine(content.Subject, MessageTemplate.MaxSubjectLength);
        Html = content.Html is null ? null : Guard.Text(content.Html, TemplateText.MaxLength);
        ActorId = Guard.Line(actorId, Actor.MaxIdLength);
        At = at;
        if (string.IsNullOrWhiteSpace(Text))
        {
            throw new ArgumentException("A template has a body.", nameof(content));
        }
    }

    /// <summary>Counts all versions of the template, in whatever language, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The language.</summary>
    public LanguageTag Language { get; private set; }

    /// <summary>The subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>The body as plain text.</summary>
    public string Text { get; private set; }

    /// <summary>The body as HTML.</summary>
    public string? Html { get; private set; }

    /// <summary>Id of who wrote it.</summary>
    public string ActorId { get; private set; }

    /// <summary>When it was written.</summary>
    public Instant At { get; private set; }
}
