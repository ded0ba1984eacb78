namespace Crm.Architecture.Tests.Rules;

/// <summary>One department each (design, section 3).</summary>
public sealed class FrontDoorTests
{
    private const int MostLines = 250;

    private static readonly IReadOnlyList<Type> s_frontDoors = [.. House.TypesOf(House.Packages).Where(Shapes.IsFrontDoor)];

    [Fact]
    public void FrontDoor_Type_IsPublicAndSealed() => s_frontDoors
        .Where(type => !type.IsVisible || !type.IsSealed || type.IsAbstract)
        .Select(Shapes.Display)
        .ShouldKeep("front doors are public, sealed and concrete");

    [Fact]
    public void FrontDoor_Lines_StayFew() => s_frontDoors
        .Select(type => (type, Lines: SourceTree.FilesOf(type).Sum(file => file.Lines)))
        .Where(door => door.Lines is 0 or > MostLines)
        .Select(door => door.Lines == 0 ? $"{door.type}: no file {door.type.Name}.cs in its area's folder" : $"{door.type}: {door.Lines} lines")
        .ShouldKeep($"a front door is one department in at most {MostLines} lines; a larger one gets a second door");

    [Fact]
    public void FrontDoor_Constructor_TakesContracts() => s_frontDoors
        .SelectMany(type => type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.ParameterType.Parts().Any(part => part.IsAggregate() || part.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true))
            .Select(parameter => $"{type}({parameter.ParameterType.Name} {parameter.Name})"))
        .ShouldKeep("a front door's constructor takes contracts and services, no aggregates and no DbContext");

    [Fact]
    public void FrontDoor_Acts_NeverSave() => Metadata.AssemblyScan.Of(House.Domain).Members
        .Where(use => s_frontDoors.Any(door => door.FullName == use.User.FullName) && use.Used is "SaveChangesAsync" or "SaveChanges")
        .Select(use => use.ToString())
        .ShouldKeep("the caller saves once; front doors never save (section 4)");
}
