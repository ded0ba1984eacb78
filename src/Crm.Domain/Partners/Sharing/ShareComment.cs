using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What a partner or a member of staff wrote about a shared record; no customer reads it. Part of <see cref="RecordShare"/>.</summary>
public sealed class ShareComment
{
    private ShareComment() => Author = Body = null!;

    internal ShareComment(int number, string author, bool isOfPartner, string body, Instant now) => (Number, Author, IsOfPartner, Body, At) = (number, author, isOfPartner, body, now);

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Name of who wrote it.</summary>
    public string Author { get; private set; }

    /// <summary>Whether the partner wrote it, rather than the staff.</summary>
    public bool IsOfPartner { get; private set; }

    /// <summary>The text.</summary>
    public string Body { get; private set; }

    /// <summary>When it was written.</summary>
    public Instant At { get; private set; }
}
