using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>The statuses that cases can have: the built-in ones and those the host adds, each in one of four categories.</summary>
/// <remarks>Singleton; safe for use by several threads once it is filled, which is done when the host starts.</remarks>
public sealed class CaseStatusCatalog
{
    private static readonly CaseStatusDefinition[] s_builtIn =
    [
        new(CaseStatus.New, CaseCategory.Open, "New", "Received") { After = [] },
        new(CaseStatus.Open, CaseCategory.Open, "Open", "In progress"),
        new(CaseStatus.WaitingOnCustomer, CaseCategory.Paused, "Waiting on customer", "Waiting for your answer"),
        new(CaseStatus.Resolved, CaseCategory.Resolved, "Resolved", "Solved"),
        new(CaseStatus.Closed, CaseCategory.Closed, "Closed", "Closed"),
    ];

    private readonly Dictionary<CaseStatus, CaseStatusDefinition> _statuses = s_builtIn.ToDictionary(s => s.Status);

    /// <summary>The built-in statuses alone. Never handed out: it is shared.</summary>
    internal static CaseStatusCatalog BuiltIn { get; } = new();

    /// <summary>Every status, by category and in the order in which they were added.</summary>
    public IReadOnlyList<CaseStatusDefinition> All => [.. _statuses.Values.OrderBy(s => s.Category)];

    /// <summary>What is wrong with the statuses together: a restriction that names one that is not there; null when nothing is.</summary>
    internal string? Problem => _statuses.Values
        .SelectMany(s => (s.Next ?? []).Concat(s.After ?? []).Where(named => !_statuses.ContainsKey(named)).Select(named => $"{s.Status} names {named}"))
        .FirstOrDefault();

    /// <summary>Adds a status, or says once anew what holds for a built-in one, which keeps its category.</summary>
    /// <param name="status">The status. Statuses that its restrictions name are added before or after.</param>
    /// <exception cref="ArgumentException">The status is there already, also where only case differs; its category is not defined, or another
    /// than that of the built-in one; a name is empty or longer than <see cref="CaseStatusDefinition.MaxNameLength"/>.</exception>
    public void Register(CaseStatusDefinition status)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(status.Status, nameof(status));
        Guard.Defined(status.Category, nameof(status));
        var named = status with
        {
            Name = Guard.Line(status.Name, CaseStatusDefinition.MaxNameLength, nameof(status)),
            CustomerName = Guard.Line(status.CustomerName, CaseStatusDefinition.MaxNameLength, nameof(status)),
        };
        var builtIn = Array.Find(s_builtIn, s => s.Status == status.Status);
        if (builtIn is null ? _statuses.Keys.Any(s => s.Value.Equals(status.Status.Value, StringComparison.OrdinalIgnoreCase)) : _statuses[status.Status] != builtIn)
        {
            throw new ArgumentException($"There is a status {status.Status} already.", nameof(status));
        }

        if (builtIn is not null && builtIn.Category != status.Category)
        {
            throw new ArgumentException($"The built-in status {status.Status} is {builtIn.Category} and stays so.", nameof(status));
        }

        _statuses[status.Status] = named;
    }

    /// <summary>Looks up a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="definition">What holds for it, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryGet(CaseStatus status, [NotNullWhen(true)] out CaseStatusDefinition? definition)
    {
        ArgumentNullException.ThrowIfNull(status);
        return _statuses.TryGetValue(status, out definition);
    }

    /// <summary>The statuses that may follow. One that is no longer registered is followed by what its category allows.</summary>
    /// <param name="from">The status now.</param>
    /// <param name="category">Its category.</param>
    /// <returns>The next statuses, by category.</returns>
    public IReadOnlyList<CaseStatusDefinition> Following(CaseStatus from, CaseCategory category)
    {
        ArgumentNullException.ThrowIfNull(from);
        var next = _statuses.GetValueOrDefault(from)?.Next;
        return
        [
            .. All.Where(s => s.Status != from && CaseTransitions.Allows(category, s.Category)
                && next?.Contains(s.Status) != false && s.After?.Contains(from) != false),
        ];
    }

    /// <summary>What holds for a status; for one that is no longer known, what its category says, under its own key.</summary>
    internal CaseStatusDefinition DefinitionOf(CaseStatus status, CaseCategory category) => _statuses.GetValueOrDefault(status)
        ?? new(status, category, status.Value, _statuses[UsualOf(category)].CustomerName);

    /// <summary>The name of a status for staff. A name that the host registered stands in every language.</summary>
    /// <param name="status">The status.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The name; the key where the status is not known.</returns>
    public string NameOf(CaseStatus status, CultureInfo? culture = null) =>
        TryGet(status, out var known) ? Text("CaseStatus", known, s => s.Name, culture) : status.Value;

    /// <summary>The name of a status for the customer. A name that the host registered stands in every language.</summary>
    /// <param name="status">The status.</param>
    /// <param name="category">Its category, whose usual name stands for a status that is no longer known.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The name.</returns>
    public string CustomerNameOf(CaseStatus status, CaseCategory category, CultureInfo? culture = null) =>
        Text("CaseStatusForCustomer", TryGet(status, out var known) ? known : _statuses[UsualOf(category)], s => s.CustomerName, culture);

    /// <summary>What outsiders may know of a status: a built-in one itself, of any other what its category is called; we wait for others in the customer's cause too.</summary>
    internal static CaseStatus ForOutsiders(CaseStatus status, CaseCategory category) => Array.Exists(s_builtIn, s => s.Status == status) ? status : UsualOf(category);

    private static CaseStatus UsualOf(CaseCategory category) => category switch
    {
        CaseCategory.Resolved => CaseStatus.Resolved,
        CaseCategory.Closed => CaseStatus.Closed,
        _ => CaseStatus.Open,
    };

    private static string Text(string kind, CaseStatusDefinition known, Func<CaseStatusDefinition, string> name, CultureInfo? culture) =>
        Array.Find(s_builtIn, s => s.Status == known.Status) is { } builtIn && name(builtIn) == name(known)
            ? CrmTexts.Find($"{kind}.{known.Status}", culture ?? CultureInfo.CurrentUICulture) ?? name(known)
            : name(known);
}
