using System.Text.Json.Serialization;

namespace Crm.Domain.Service;

/// <summary>
/// Names where a service case stands, such as <c>waitingOnCustomer</c>. Hosts add their own to <see cref="CaseStatusCatalog"/>; what a
/// status means for clocks and rules is its <see cref="CaseCategory"/>. Equality is by the key; there is no default status.
/// </summary>
[JsonConverter(typeof(CaseStatusJsonConverter))]
public sealed record CaseStatus
{
    /// <summary>Longest key.</summary>
    public const int MaxLength = 32;

    private static readonly System.Buffers.SearchValues<char> s_allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>Names a status.</summary>
    /// <param name="value">Letters, digits and hyphens, starting with a lower-case letter.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> has another form.</exception>
    public CaseStatus(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || !char.IsAsciiLetterLower(value[0]) || value.AsSpan().ContainsAnyExcept(s_allowed))
        {
            throw new ArgumentException($"A status has up to {MaxLength} letters, digits and hyphens, and starts with a lower-case letter.", nameof(value));
        }

        Value = value;
    }

    /// <summary>Opened; nobody has worked on it.</summary>
    public static CaseStatus New { get; } = new("new");

    /// <summary>Being worked on.</summary>
    public static CaseStatus Open { get; } = new("open");

    /// <summary>Waits for the customer.</summary>
    public static CaseStatus WaitingOnCustomer { get; } = new("waitingOnCustomer");

    /// <summary>A solution was given.</summary>
    public static CaseStatus Resolved { get; } = new("resolved");

    /// <summary>Done.</summary>
    public static CaseStatus Closed { get; } = new("closed");

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>The key.</summary>
    /// <returns>The key.</returns>
    public override string ToString() => Value;
}
