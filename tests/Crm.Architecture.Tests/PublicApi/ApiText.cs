using System.Globalization;
using System.Reflection;

namespace Crm.Architecture.Tests.PublicApi;

/// <summary>Writes what an assembly offers to other code: one line per type and member, constructors first, then by kind and name, in C# words.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = Shapes.Declared;

    public static string Of(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (var group in assembly.GetExportedTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal)).GroupBy(type => type.Namespace!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            lines.Add($"namespace {group.Key}");
            foreach (var type in group.OrderBy(TypeText.NestedName, StringComparer.Ordinal))
            {
                lines.Add($"  {TypeText.Declaration(type)}");
                if (!type.IsDelegate())
                {
                    lines.AddRange(Members(type).Select(member => $"    {member}"));
                }
            }
        }

        return string.Join('\n', lines) + '\n';
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(field => Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));
        }

        var record = type.IsRecord();
        return
        [
            .. type.GetConstructors(Declared).Where(constructor => IsOffered(constructor) && !(record && IsCopy(constructor))).InOrder(MemberText.Constructor),
            .. type.GetFields(Declared).Where(IsOffered).InOrder(MemberText.Field),
            .. type.GetProperties(Declared).Where(property => IsOffered(property.GetMethod) || IsOffered(property.SetMethod)).Where(property => property.Name != "EqualityContract").InOrder(MemberText.Property),
            .. type.GetEvents(Declared).Where(happening => IsOffered(happening.AddMethod)).InOrder(MemberText.Event),
            .. type.GetMethods(Declared).Where(method => IsOffered(method) && !IsLeftOut(method, record)).InOrder(MemberText.Method),
        ];
    }

    private static IEnumerable<string> InOrder<T>(this IEnumerable<T> members, Func<T, string> text)
        where T : MemberInfo => members.Select(member => (member.Name, Text: text(member)))
        .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal)
        .Select(member => member.Text);

    private static bool IsOffered(MethodBase? method) => method.IsPublicOrProtected();

    private static bool IsOffered(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo constructor) => constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    // Accessors stand with their property; what every record has is said by the word record.
    private static bool IsLeftOut(MethodInfo method, bool record) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.Name == "<Clone>$"
        || (record && method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false));
}
