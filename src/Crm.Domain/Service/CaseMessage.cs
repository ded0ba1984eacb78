using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One message of a case. Part of <see cref="ServiceCase"/>; never changed.</summary>
public sealed class CaseMessage
{
    private CaseMessage() => Author = Body = null!;

    internal CaseMessage(CaseMessageId id, CaseMessageKind kind, string author, string body, Instant at)
    {
        Id = id;
        Kind = kind;
        Author = author;
        Body = body;
        At = at;
    }

    /// <summary>The id.</summary>
    public CaseMessageId Id { get; private set; }

    /// <summary>What it is.</summary>
    public CaseMessageKind Kind { get; private set; }

    /// <summary>Name of who wrote it.</summary>
    public string Author { get; private set; }

    /// <summary>The text.</summary>
    public string Body { get; private set; }

    /// <summary>When it was written.</summary>
    public Instant At { get; private set; }
}
