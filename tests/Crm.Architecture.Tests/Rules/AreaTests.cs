using Crm.Architecture.Tests.Metadata;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Which areas of Crm.Domain know which, and by what (design, sections 2 and 3).</summary>
public sealed class AreaTests
{
    // Primitives, Values and Time are the ground. Access stands on them, CustomFields on Access, Criteria on CustomFields, and the areas on all six.
    private static readonly string[] s_ground = ["Primitives", "Values", "Time"];

    private static readonly Dictionary<string, string[]> s_floors = new(StringComparer.Ordinal)
    {
        ["CustomFields"] = [.. s_ground, "Access"],
        ["Criteria"] = [.. s_ground, "CustomFields"],
    };

    private static readonly IReadOnlyList<(TypeUse Use, string From, string To)> s_uses =
    [
        .. AssemblyScan.Of(House.Domain).Types
            .Where(use => use.Used.Assembly == "Crm.Domain")
            .Select(use => (use, From: House.AreaOf(use.User.Namespace), To: House.AreaOf(use.Used.Namespace)))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .Select(use => (use.use, use.From!, use.To!)),
    ];

    [Fact]
    public void Foundation_Uses_NoArea() => s_uses
        .Where(use => House.Foundation.Contains(use.From) && !s_floors.GetValueOrDefault(use.From, s_ground).Contains(use.To))
        .Select(use => use.Use.ToString())
        .ShouldKeep("Primitives, Values and Time import no area; Access imports only those three; CustomFields and Criteria import no area either");

    [Fact]
    public void Area_UsesOfOtherAreas_AreIdsEventsValuesAndContracts() => s_uses
        .Where(use => !House.Foundation.Contains(use.To) && !MayCross(use.Use.Used))
        .Select(use => $"{use.Use} ({Kind(use.Use.Used)})")
        .ShouldKeep("an area uses of another area its ids, events, enums, values, contracts and front doors, never its aggregates or services");

    [Fact]
    public void Areas_DependOnEachOther_WithoutCycles()
    {
        var edges = s_uses.Where(use => !House.Foundation.Contains(use.To)).ToLookup(use => use.From, use => use);
        s_uses.Where(use => !House.Foundation.Contains(use.To) && Reaches(edges, use.To, use.From))
            .GroupBy(use => $"{use.From} → {use.To} → … → {use.From}")
            .Select(edge => $"{edge.Key}: {string.Join(", ", edge.Select(use => $"{use.Use.User.Name} uses {use.Use.Used.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}")
            .ShouldKeep("areas form no cycle; point to the other area's record by SubjectReference, or move the contract to the area that needs it");
    }

    private static bool Reaches(ILookup<string, (TypeUse Use, string From, string To)> edges, string from, string target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var area))
        {
            if (area == target)
            {
                return true;
            }

            foreach (var next in edges[area].Where(use => seen.Add(use.To)))
            {
                open.Push(next.To);
            }
        }

        return false;
    }

    private static bool MayCross(TypeName name) => Type(name) is var type
        && (type.IsId() || type.IsEvent() || type.IsEnum || type.IsInterface || type.IsValueType || type.IsRecord() || type.IsStatic()
            || type.IsDelegate() || type.IsFrontDoor() || type.IsSubclassOf(typeof(Attribute)) || type.IsSubclassOf(typeof(Exception)));

    private static string Kind(TypeName name) => Type(name).IsAggregate() ? "an aggregate" : "a class that is neither value, contract nor front door";

    private static Type Type(TypeName name) => House.Domain.GetType(name.FullName, throwOnError: true)!;
}
