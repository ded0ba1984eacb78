using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A published item as its readers see it: never what is being written.</summary>
/// <param name="Id">The item.</param>
/// <param name="Content">What it says. Show its body through <see cref="KnowledgeMarkup.ToHtml"/>.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Version">The number of the version that is published.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record KnowledgeArticle(KnowledgeItemId Id, KnowledgeContent Content, Audience Audience, int Version, Instant PublishedAt)
{
    /// <summary>The question or title.</summary>
    public string Title => Content.Title;

    /// <summary>The answer in Markdown.</summary>
    public string Body => Content.Body;

    /// <summary>The language it is written in.</summary>
    public LanguageTag Language => Content.Language;

    /// <summary>The item that was asked for and is replaced by this one; null when this one was asked for.</summary>
    public KnowledgeItemId? RedirectedFrom { get; init; }

    /// <summary>Its categories.</summary>
    public IReadOnlyList<KnowledgeCategoryId> Categories { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its files.</summary>
    public IReadOnlyList<KnowledgeFile> Files { get; init; } = [];

    /// <summary>Published items that its readers may want too: those it names, then those that name it.</summary>
    public IReadOnlyList<KnowledgeSummary> Related { get; init; } = [];

    /// <summary>Of a manual: its published parts in order.</summary>
    public IReadOnlyList<KnowledgeSummary> Parts { get; init; } = [];

    /// <summary>The published manual that it is a part of.</summary>
    public KnowledgeSummary? PartOf { get; init; }

    /// <summary>It in other languages, as far as published: the original and the translations.</summary>
    public IReadOnlyList<KnowledgeSummary> Translations { get; init; } = [];

    /// <summary>Whether it is a translation whose original has published a later version than the one from which it was made.</summary>
    public bool IsStale { get; init; }
}
