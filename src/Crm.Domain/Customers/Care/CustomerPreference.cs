using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One thing that a customer prefers. Part of <see cref="Customer"/>; changed by its acts.</summary>
public sealed class CustomerPreference
{
    /// <summary>Longest key and longest source.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest value.</summary>
    public const int MaxValueLength = 1000;

    private CustomerPreference() => Key = Value = null!;

    internal CustomerPreference(string key, string value, string? source, Instant setAt)
    {
        Key = key;
        Set(value, source, setAt);
    }

    /// <summary>What it is about, such as <c>delivery-time</c>; folded to lower case, and one of each in a customer.</summary>
    public string Key { get; private set; }

    /// <summary>What the customer prefers.</summary>
    public string Value { get; private set; } = null!;

    /// <summary>What the customer prefers, folded for comparison.</summary>
    public string ValueFolded { get; private set; } = null!;

    /// <summary>Where it is known from, such as <c>call</c> or <c>portal</c>.</summary>
    public string? Source { get; private set; }

    /// <summary>When it became known.</summary>
    public Instant SetAt { get; private set; }

    internal void Set(string value, string? source, Instant setAt) => (Value, ValueFolded, Source, SetAt) = (value, FoldedText.Of(value, MaxValueLength), source, setAt);

    internal CustomerPreference Copy() => new(Key, Value, Source, SetAt);
}
