using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>The reasons why opportunities are lost: the built-in ones and those the host adds.</summary>
/// <remarks>Singleton; safe for use by several threads once it is filled, which is done when the host starts.</remarks>
public sealed class LossReasonCatalog
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 40;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    private static readonly LossReason[] s_builtIn =
    [
        new("price", "Price"),
        new("competitor", "Chose a competitor"),
        new("no-budget", "No budget"),
        new("no-need", "No need"),
        new("no-decision", "No decision"),
        new("timing", "Wrong time"),
        new("missing-feature", "Something was missing"),
        new("no-answer", "No answer"),
        new("other", "Other", NeedsText: true),
    ];

    private readonly List<LossReason> _reasons = [.. s_builtIn];

    /// <summary>Every reason, in the order in which they were added.</summary>
    public IReadOnlyList<LossReason> All => _reasons;

    /// <summary>Adds a reason, or says anew what holds for a built-in one.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentException">The host added the key already, or a text is out of its bounds.</exception>
    public void Register(LossReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var named = reason with { Key = Guard.Line(reason.Key, MaxKeyLength, nameof(reason)), Name = Guard.Line(reason.Name, MaxNameLength, nameof(reason)) };
        if (!named.Key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            throw new ArgumentException("A key of a reason has lower-case letters, digits and hyphens only.", nameof(reason));
        }

        var place = _reasons.FindIndex(r => r.Key == named.Key);
        if (place >= 0 && !s_builtIn.Contains(_reasons[place]))
        {
            throw new ArgumentException($"There is a reason {named.Key} already.", nameof(reason));
        }

        if (place < 0)
        {
            _reasons.Add(named);
        }
        else
        {
            _reasons[place] = named;
        }
    }

    /// <summary>Looks up a reason.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="reason">The reason, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out LossReason? reason) => (reason = _reasons.Find(r => r.Key == key)) is not null;

    /// <summary>The name of a reason. A name that the host registered stands in every language.</summary>
    /// <param name="key">The key.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The name; the key where the reason is not known.</returns>
    public string NameOf(string key, CultureInfo? culture = null) => !TryGet(key, out var reason) ? key
        : s_builtIn.Contains(reason) ? CrmTexts.Find($"LossReason.{key}", culture ?? CultureInfo.CurrentUICulture) ?? reason.Name
        : reason.Name;
}
