using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>
/// Which column of a file of customers holds what, as data: the layouts of well-known programs, or one of the host's own. A layout
/// may name more columns than a file has; those that it does not name are left alone.
/// </summary>
public sealed class CustomerLayout
{
    private readonly IReadOnlyList<string[]> _signatures;

    internal CustomerLayout(string name, IReadOnlyList<LayoutColumn> columns, IReadOnlyList<string[]> signatures, bool isStrict = false)
    {
        (Name, Columns, _signatures, IsStrict) = (name, columns, signatures, isStrict);
    }

    /// <summary>The name, such as <c>outlook</c>.</summary>
    public string Name { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<LayoutColumn> Columns { get; }

    /// <summary>Whether every column must be in the file, as in a layout that somebody wrote for it.</summary>
    public bool IsStrict { get; }

    /// <summary>Our own layout, which exports are written in.</summary>
    public static CustomerLayout Crm => CustomerLayouts.Crm;

    /// <summary>The layouts that are known by name.</summary>
    public static IReadOnlyList<CustomerLayout> All => CustomerLayouts.All;

    /// <summary>Makes a layout of the host's own.</summary>
    /// <param name="name">The name, one line of at most 40 characters.</param>
    /// <param name="columns">The columns; all of them must be in the file.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="ArgumentException">The name is unusable, there is no column, or a target is unknown.</exception>
    public static CustomerLayout Of(string name, IReadOnlyList<LayoutColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException("A layout has at least one column.", nameof(columns));
        }

        return columns.FirstOrDefault(c => !ImportTarget.TryParse(c.Target, out _)) is { } unknown
            ? throw new ArgumentException($"'{unknown.Target}' is none of {string.Join(", ", Targets)}.", nameof(columns))
            : new CustomerLayout(Guard.Line(name, 40), columns, [], isStrict: true);
    }

    /// <summary>Reads a layout from JSON: <c>{"name":"shop","columns":{"Vorname":"givenName","Tel.":"phone.work"}}</c>.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="FormatException">The document is no such JSON, or a target is unknown.</exception>
    public static CustomerLayout FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var name = document.RootElement.TryGetProperty("name", out var named) ? named.GetString() : null;
            return Of(name ?? "map", [.. document.RootElement.GetProperty("columns").EnumerateObject().Select(c => new LayoutColumn(c.Name, c.Value.GetString() ?? string.Empty))]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"A layout was expected, such as {{\"name\":\"shop\",\"columns\":{{\"Vorname\":\"givenName\"}}}}. {exception.Message.Split(" (Parameter '")[0]}", exception);
        }
    }

    /// <summary>Names of what a column can hold, without use and number.</summary>
    public static IReadOnlyList<string> Targets { get; } = [.. ImportTarget.FieldNames];

    /// <summary>Finds a layout by name.</summary>
    /// <param name="name">The name; does not depend on case.</param>
    /// <returns>The layout, or null.</returns>
    public static CustomerLayout? Named(string name) => All.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the layout that a header is written in: of those whose telling columns are there, the one that knows most columns.</summary>
    /// <param name="header">The header cells.</param>
    /// <param name="errors">The words of the refusal.</param>
    /// <returns>The layout, or <c>ImportLayoutUnknown</c>, which says what the nearest layout lacks.</returns>
    public static CrmResult<CustomerLayout> Detect(IReadOnlyList<string> header, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(errors);
        var fitting = All.Where(l => l.IsSignedBy(header)).MaxBy(l => new BoundLayout(l, header).Columns.Count);
        if (fitting is not null)
        {
            return fitting;
        }

        var nearest = All.MaxBy(l => new BoundLayout(l, header).Columns.Count)!;
        return errors.ImportLayoutUnknown(
            string.Join(", ", header.Take(12).Select(h => h.Trim())), nearest.Name, string.Join(" / ", nearest._signatures.Select(s => string.Join(" + ", s))));
    }

    /// <summary>The same layout with some targets read from other columns.</summary>
    /// <param name="columns">The columns that take the place of this layout's columns for the same targets; they must be in the file.</param>
    /// <returns>A new layout.</returns>
    /// <exception cref="ArgumentException">A target is unknown.</exception>
    public CustomerLayout With(IReadOnlyList<LayoutColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var own = Of(Name, columns);
        var replaced = own.Columns.Select(c => c.Target).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new CustomerLayout(Name, [.. own.Columns, .. Columns.Where(c => !replaced.Contains(c.Target))], _signatures) { Demanded = own.Columns };
    }

    /// <summary>Whether a text names something that a column can hold.</summary>
    /// <param name="target">The text, such as <c>phone.work</c>.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsTarget(string target) => ImportTarget.TryParse(target, out _);

    /// <summary>Whether a file with this header can be read.</summary>
    /// <param name="header">The header cells.</param>
    /// <returns>The ruling; refused with <c>ImportColumnMissing</c> or <c>ImportWithoutNames</c>.</returns>
    public CrmRuling CanRead(IReadOnlyList<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var bound = new BoundLayout(this, header);
        var cells = string.Join(", ", header.Take(20).Select(h => h.Trim()));
        return bound.Missing is { } missing ? CrmRuling.Refused(e => e.ImportColumnMissing(missing, Name, cells))
            : bound.Columns.Any(c => c.Target.Field is ImportField.GivenName or ImportField.FamilyName or ImportField.FullName or ImportField.Organisation) ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.ImportWithoutNames(Name, cells));
    }

    /// <summary>The columns that must be in the file.</summary>
    internal IReadOnlyList<LayoutColumn> Demanded { get; private init; } = [];

    private bool IsSignedBy(IReadOnlyList<string> header)
    {
        var there = header.Select(h => h.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _signatures.Any(s => Array.TrueForAll(s, there.Contains));
    }
}
