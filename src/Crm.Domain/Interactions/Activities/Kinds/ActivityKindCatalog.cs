using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>The kinds of activity that can be planned: the built-in ones and those the host adds.</summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class ActivityKindCatalog
{
    private static readonly FrozenDictionary<ActivityKind, ActivityKindDefinition> s_builtIn = new ActivityKindDefinition[]
    {
        new(ActivityKinds.Task, "Task"),
        new(ActivityKinds.Call, "Call") { UsualLength = Duration.FromMinutes(15), Channel = Channels.Phone },
        new(ActivityKinds.Meeting, "Meeting") { UsualLength = Duration.FromHours(1), Channel = Channels.OnSiteVisit },
    }.ToFrozenDictionary(k => k.Kind);

    private readonly ConcurrentDictionary<ActivityKind, ActivityKindDefinition> _kinds = new(s_builtIn);

    /// <summary>Every kind, by key.</summary>
    public IReadOnlyList<ActivityKindDefinition> All => [.. _kinds.Values.OrderBy(k => k.Kind.Value, StringComparer.Ordinal)];

    /// <summary>Adds a kind, or changes what holds for one.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">Its usual length is not more than zero.</exception>
    public void Register(ActivityKindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind.UsualLength is { } length && length <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), length, "What is held takes some time.");
        }

        _kinds[kind.Kind] = kind;
    }

    /// <summary>Looks up a kind.</summary>
    /// <param name="key">The kind.</param>
    /// <param name="kind">What holds for it, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryGet(ActivityKind key, [NotNullWhen(true)] out ActivityKindDefinition? kind) => _kinds.TryGetValue(key, out kind);

    /// <summary>The name of a kind for people. A name that the host registered stands in every language.</summary>
    /// <param name="key">The kind.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The name; the key where the kind is not known.</returns>
    public string NameOf(ActivityKind key, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!TryGet(key, out var kind))
        {
            return key.Value;
        }

        return s_builtIn.TryGetValue(key, out var builtIn) && builtIn.Name == kind.Name
            ? CrmTexts.Find($"ActivityKind.{key}", culture ?? CultureInfo.CurrentUICulture) ?? kind.Name
            : kind.Name;
    }
}
