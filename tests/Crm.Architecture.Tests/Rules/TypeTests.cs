using System.Text.RegularExpressions;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Shape and names of types (design, sections 5 and 7).</summary>
public sealed partial class TypeTests
{
    /// <summary>Public classes that are neither sealed nor static, and why.</summary>
    private static readonly Dictionary<string, string> s_open = new(StringComparer.Ordinal)
    {
        ["Crm.Domain.Primitives.AggregateRoot`1"] = "every aggregate derives from it",
        ["Crm.Domain.Primitives.CrmErrorDescriber"] = "hosts override the words of refusals (D3)",
        ["Crm.Domain.Criteria.Criterion"] = "abstract: a tree is made of its sealed kinds all, any, not and condition (D14)",
        ["Crm.Domain.CustomFields.CustomFieldValue"] = "abstract: each aggregate with custom fields has a sealed kind in a table of its own (D10)",
        ["Crm.Domain.Interactions.Participant"] = "abstract: contacts and activities each have a sealed kind in a table of its own",
        ["Crm.Domain.Marketing.JourneyStep"] = "abstract: a journey is made of its sealed kinds action, condition, decision, delay and end (D35)",
        ["Crm.Domain.Customers.Customer"] = "abstract: person and organisation share one table and one id (D1)",
    };

    [Fact]
    public void PublicClass_IsSealedStaticOrOpenForAReason() => House.PublicTypesOf(House.Packages)
        .Where(type => type is { IsClass: true, IsSealed: false } && !s_open.ContainsKey(type.FullName!))
        .Select(Shapes.Display)
        .ShouldKeep("public classes are sealed or static; one made for extension is listed in TypeTests with its reason (D1)");

    [Fact]
    public void OpenClass_Listed_IsStillThereAndOpen() => s_open.Keys
        .Where(name => House.TypesOf(House.Packages).FirstOrDefault(type => type.FullName == name) is { IsSealed: true })
        .ShouldKeep("the list of open classes in TypeTests holds only classes that are open");

    [Fact]
    public void Type_Name_SaysWhatItIs() => House.TypesOf(House.Packages)
        .Where(type => VagueName().IsMatch(type.Name) && type.FullName != "Crm.Domain.Knowledge.KnowledgeBase")
        .Select(Shapes.Display)
        .ShouldKeep("no type is named Helper, Util(s), Manager, Impl or Base (section 7)");

    [Fact]
    public void PublicField_IsConstantOrReadOnlyStatic() => House.PublicTypesOf(House.Packages)
        .Where(type => !type.IsEnum)
        .SelectMany(type => type.GetFields(Shapes.Declared).Where(field => (field.IsPublic || field.IsFamily) && !(field.IsStatic && (field.IsLiteral || field.IsInitOnly))))
        .Select(field => $"{field.DeclaringType}.{field.Name}")
        .ShouldKeep("public fields are constants; state is behind properties");

    [Fact]
    [Trait("Check", "XC-10")]
    public void PublicSignature_Time_IsNodaTime() => House.PublicTypesOf(House.Domain, House.Analytics)
        .SelectMany(type => type.GetMembers(Shapes.Declared)
            .Where(member => member is System.Reflection.MethodBase method ? method.IsPublicOrProtected() : member is System.Reflection.PropertyInfo)
            .Where(member => member.SignatureTypes().Any(IsClockworkOfThePlatform))
            .Select(member => $"{type}.{member.Name}"))
        .ShouldKeep("time is NodaTime everywhere in Domain and Analytics (D9)");

    [Fact]
    public void OptionsType_Name_EndsInOptions() => House.PublicTypesOf(House.Packages)
        .SelectMany(type => type.GetMembers(Shapes.Declared).SelectMany(member => OptionTypes(member).Select(option => (option, member))))
        .Where(use => use.option.Namespace?.StartsWith("Crm.", StringComparison.Ordinal) == true && !use.option.Name.EndsWith("Options", StringComparison.Ordinal))
        .Select(use => $"{use.option} in {use.member.DeclaringType}.{use.member.Name}")
        .ShouldKeep("what IOptions<T> or a configuring delegate fills is named …Options (section 7)");

    private static bool IsClockworkOfThePlatform(Type type) =>
        type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(TimeProvider);

    // IOptions<T>, IOptionsMonitor<T>, IOptionsSnapshot<T>, and Action<T> of the configuring extension methods.
    private static IEnumerable<Type> OptionTypes(System.Reflection.MemberInfo member)
    {
        var parameters = member is System.Reflection.MethodBase { IsPublic: true } method ? method.GetParameters() : [];
        return parameters
            .Where(p => p.ParameterType.IsGenericType
                && (p.ParameterType.Name is "IOptions`1" or "IOptionsMonitor`1" or "IOptionsSnapshot`1"
                    || (p.ParameterType.Name == "Action`1" && p.Name is "configure" or "options")))
            .Select(p => p.ParameterType.GetGenericArguments()[0])
            .Where(type => !type.IsGenericParameter);
    }

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Managers?|Impl|Base)(`[0-9]+)?$")]
    private static partial Regex VagueName();
}
