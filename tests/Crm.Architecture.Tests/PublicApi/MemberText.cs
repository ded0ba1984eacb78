using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Crm.Architecture.Tests.PublicApi;

/// <summary>Members in C# words.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Name(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Name(s_nullability.Create(field))} {field.Name}";

    public static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}new {TypeText.NestedName(constructor.DeclaringType!)}({Parameters(constructor)})";

    public static string Property(PropertyInfo property)
    {
        var leading = property.GetMethod.IsPublicOrProtected() ? property.GetMethod! : property.SetMethod!;
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        return $"{Modifiers(leading)}{required}{TypeText.Name(s_nullability.Create(property))} {(index.Length > 0 ? "this" : property.Name)}{index} {{ {Accessors(property, leading)} }}";
    }

    public static string Event(EventInfo happening) =>
        $"{Modifiers(happening.AddMethod!)}event {TypeText.Name(s_nullability.Create(happening))} {happening.Name}";

    public static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Name))}>" : "";
        return $"{Modifiers(method)}{Signature(method, method.Name + generic)}{TypeText.Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : [])}";
    }

    /// <summary>Return type, name and parameters.</summary>
    public static string Signature(MethodInfo method, string name) =>
        $"{TypeText.Name(s_nullability.Create(method.ReturnParameter))} {name}({(method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "")}{Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter.IsDefined(typeof(ParamArrayAttribute), false) || parameter.IsDefined(typeof(ParamCollectionAttribute), false) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var preset = parameter.HasDefaultValue ? $" = {Preset(parameter)}" : "";
        return $"{passing}{TypeText.Name(s_nullability.Create(parameter))} {parameter.Name}{preset}";
    }

    private static string Preset(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
            var number when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, number)}",
            var other => Literal(other),
        };
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        char letter => $"'{letter}'",
        bool flag => flag ? "true" : "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Modifiers(MethodInfo method) => string.Concat(
        Access(method),
        method.IsStatic ? "static " : "",
        method.DeclaringType!.IsInterface ? (method.IsStatic && method.IsAbstract ? "abstract " : "")
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Accessors(PropertyInfo property, MethodInfo leading)
    {
        var words = new List<string>();
        if (property.GetMethod.IsPublicOrProtected())
        {
            words.Add("get;");
        }

        if (property.SetMethod.IsPublicOrProtected())
        {
            words.Add($"{(property.SetMethod!.IsPublic == leading.IsPublic ? "" : "protected ")}{(property.IsInitOnly() ? "init;" : "set;")}");
        }

        return string.Join(' ', words);
    }
}
