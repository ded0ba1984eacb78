using System.Reflection;
using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Metadata;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Which packages know which (design, section 2).</summary>
public sealed class LayerTests
{
    private const string Registration = "Microsoft.Extensions.DependencyInjection.CrmInsightsExtensions";

    private static readonly Dictionary<Assembly, string[]> s_mayReference = new()
    {
        [House.Domain] =
        [
            "Markdig", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options", "NodaTime",
        ],
        [House.Analytics] = ["Crm.Domain", "Microsoft.Extensions.DependencyInjection.Abstractions", "NodaTime", "System.Numerics.Tensors"],
        [House.Persistence] =
        [
            "Crm.Domain", "NodaTime", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational",
            "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Diagnostics.Abstractions", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options", "Microsoft.Extensions.Primitives",
        ],
    };

    [Fact]
    public void Package_References_OnlyWhatItsLayerMay() => House.Packages
        .SelectMany(package => AssemblyScan.Of(package).References
            .Where(reference => !s_mayReference[package].Contains(reference) && !IsPlatform(reference))
            .Select(reference => $"{package.GetName().Name} references {reference}"))
        .ShouldKeep("a package references its layer's packages and nothing else; Analytics and Persistence do not know each other");

    [Fact]
    public void Project_PackageReferences_AreOnlyWhatItsLayerMay() => House.Packages
        .SelectMany(package => Regex.Matches(File.ReadAllText(ProjectFile(package)), "<(?:Package|Project)Reference Include=\"([^\"]+)\"[^>]*>")
            .Where(match => !match.Value.Contains("PrivateAssets=\"all\"", StringComparison.Ordinal))
            .Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value is var name && name.EndsWith(".csproj", StringComparison.Ordinal) ? name : name + ".x"))
            .Where(reference => !s_mayReference[package].Contains(reference))
            .Select(reference => $"{package.GetName().Name}.csproj references {reference}"))
        .ShouldKeep("a project names its layer's packages and nothing else");

    [Fact]
    public void Domain_Uses_NoFilesNoNetworkNoMapping() => AssemblyScan.Of(House.Domain).Types
        .Where(use => IsForbiddenInDomain(use.Used))
        .Select(use => use.ToString())
        .ShouldKeep("Domain takes rows and messages: no files, no network, no console, no System.Data, no mapping attributes, no IQueryable");

    [Fact]
    public void Analytics_Uses_NoFilesNoNetworkNoServices() => AssemblyScan.Of(House.Analytics).Types
        .Where(use => IsForbiddenInDomain(use.Used)
            || (use.Used.Namespace.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) && !use.User.FullName.StartsWith(Registration, StringComparison.Ordinal)))
        .Select(use => use.ToString())
        .ShouldKeep("Analytics are pure functions: no files, no network, no clock, no services (D15); its one registration is AddCrmInsights");

    [Fact]
    public void Analytics_Uses_NoClock() => AssemblyScan.Of(House.Analytics).Types
        .Where(use => use.Used.FullName is "NodaTime.IClock" or "System.TimeProvider" or "System.Diagnostics.Stopwatch")
        .Select(use => use.ToString())
        .ShouldKeep("Analytics take asOf, never a clock (D15)");

    [Fact]
    public void Domain_PublicNames_SpeakOfNoTenant() => House.PublicTypesOf(House.Domain)
        .Where(type => type.FullName != "Crm.Domain.Access.CrmScope")
        .SelectMany(type => type.GetMembers(Shapes.Declared)
            .Where(member => member switch
            {
                MethodBase method => method.IsPublicOrProtected(),
                FieldInfo field => field.IsPublic || field.IsFamily,
                _ => true,
            })
            .SelectMany(member => ParametersOf(member).Append(member.Name).Select(name => (Name: name, Place: $"{type}.{member.Name}")))
            .Append((Name: type.Name, Place: type.FullName!)))
        .Where(named => named.Name.Contains("tenant", StringComparison.OrdinalIgnoreCase))
        .Select(named => $"{named.Place} ({named.Name})")
        .ShouldKeep("Domain knows no tenant; only CrmScope carries TenantId (D6)");

    [Fact]
    public void Persistence_Calls_NoReplaceServiceOnTheHostsContext() => AssemblyScan.Of(House.Persistence).Members
        .Where(use => use.Used == "ReplaceService")
        .Select(use => use.ToString())
        .ShouldKeep("interceptors come through ConfigureDbContext; never ReplaceService on the user's context (D5)");

    [Fact]
    public void Persistence_Configurations_AreInternalAndSealed() => House.TypesOf(House.Persistence)
        .Where(type => type.Implements("Microsoft.EntityFrameworkCore.IEntityTypeConfiguration`1") && (type.IsVisible || (!type.IsSealed && !type.IsAbstract)))
        .Select(Shapes.Display)
        .ShouldKeep("mapping is an internal sealed IEntityTypeConfiguration per entity (D10)");

    private static bool IsPlatform(string reference) =>
        reference is "netstandard" || (reference.StartsWith("System.", StringComparison.Ordinal) && reference != "System.Numerics.Tensors");

    private static bool IsForbiddenInDomain(TypeName used) =>
        used.Namespace is "System.Data" or "System.Data.Common" or "System.ComponentModel.DataAnnotations" or "System.ComponentModel.DataAnnotations.Schema"
        || used.FullName is "System.IO.File" or "System.IO.FileInfo" or "System.IO.FileStream" or "System.IO.Directory" or "System.IO.DirectoryInfo" or "System.Console"
            or "System.Linq.IQueryable" or "System.Linq.IQueryable`1" or "System.Linq.Queryable"
        || (used.Namespace.StartsWith("System.Net", StringComparison.Ordinal) && used.Name is not ("WebUtility" or "IPAddress"));

    private static IEnumerable<string> ParametersOf(MemberInfo member) => member is MethodBase method ? method.GetParameters().Select(p => p.Name ?? "") : [];

    private static string ProjectFile(Assembly package) => Path.Combine(House.SourceFolder, package.GetName().Name!, $"{package.GetName().Name}.csproj");
}
