using System.Reflection;

namespace Crm.Architecture.Tests.PublicApi;

/// <summary>Types in C# words.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(void)] = "void",
    };

    /// <summary>Such as <c>sealed record Money : IComparable&lt;Money&gt;</c>.</summary>
    public static string Declaration(Type type)
    {
        if (type.IsDelegate())
        {
            return $"delegate {MemberText.Signature(type.GetMethod("Invoke")!, NestedName(type))}";
        }

        var parents = (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [Name(parent)] : Array.Empty<string>())
            .Concat(type.IsEnum ? [] : OwnInterfaces(type).Select(Name).Order(StringComparer.Ordinal))
            .ToList();
        return $"{Attributes(type)}{Kind(type)} {NestedName(type)}{(parents.Count == 0 ? "" : $" : {string.Join(", ", parents)}")}{Constraints(type.GetGenericArguments())}";
    }

    public static string NestedName(Type type) => type.IsNested ? $"{NestedName(type.DeclaringType!)}.{OwnName(type)}" : OwnName(type);

    public static string Name(Type type)
    {
        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Name(value)}?";
        }

        if (type.HasElementType)
        {
            return type.IsArray ? $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]" : Name(type.GetElementType()!);
        }

        return type.IsGenericParameter ? type.Name : type.IsNested ? $"{Name(type.DeclaringType!)}.{OwnName(type)}" : OwnName(type);
    }

    /// <summary>The name with the question marks of nullable references.</summary>
    public static string Name(NullabilityInfo nullability)
    {
        var type = nullability.Type;
        var mark = !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!) + mark;
        }

        if (nullability.ElementType is { } element)
        {
            return $"{Name(element)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (nullability.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null)
        {
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", nullability.GenericTypeArguments.Select(Name))}>{mark}";
        }

        return Name(type) + mark;
    }

    public static string Constraints(Type[] parameters) => string.Concat(parameters.Where(parameter => parameter.IsGenericParameter)
        .Select(parameter => (parameter, Words: ConstraintWords(parameter).ToList()))
        .Where(constrained => constrained.Words.Count > 0)
        .Select(constrained => $" where {constrained.parameter.Name} : {string.Join(", ", constrained.Words)}"));

    private static IEnumerable<string> ConstraintWords(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }
        else if (!flags.HasFlag(GenericParameterAttributes.AllowByRefLike) && Nullability(parameter) == 1)
        {
            yield return "notnull";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal))
        {
            yield return constraint;
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }
    }

    // 1 means not null: said at the parameter, or by the nearest NullableContext around it. Without nullable annotations: 0.
    private static byte Nullability(Type parameter)
    {
        if (Flag(parameter, "NullableAttribute") is { } own)
        {
            return own;
        }

        for (MemberInfo? around = (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType; around is not null; around = around.DeclaringType)
        {
            if (Flag(around, "NullableContextAttribute") is { } context)
            {
                return context;
            }
        }

        return 0;

        static byte? Flag(MemberInfo member, string attribute) =>
            member.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == attribute)?.ConstructorArguments is [{ Value: byte flag }] ? flag : null;
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => $"{(type.IsReadOnlyStruct() ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(type.IsRecord() ? "record " : "")}struct",
        _ => $"{(type.IsStatic() ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(type.IsRecord() ? "record" : "class")}",
    };

    private static string Attributes(Type type) => string.Concat(
        type.IsEnum && type.IsDefined(typeof(FlagsAttribute), false) ? "[Flags] " : "",
        type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == "CrmEventAttribute") is { } happening
            ? $"[CrmEvent(\"{happening.ConstructorArguments[0].Value}\", {happening.ConstructorArguments[1].Value})] "
            : "",
        type.IsFrontDoor() ? "[FrontDoor] " : "",
        type.IsDefined(typeof(ObsoleteAttribute), false) ? "[Obsolete] " : "");

    // Interfaces that come with the base type or with another interface are not repeated; IEquatable<itself> comes with a record.
    private static IEnumerable<Type> OwnInterfaces(Type type)
    {
        var all = type.GetInterfaces().Where(i => i.IsVisible).ToList();
        return all.Where(i => !all.Any(other => other != i && other.GetInterfaces().Contains(i))
            && type.BaseType?.GetInterfaces().Contains(i) != true
            && !(type.IsRecord() && i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)));
    }

    private static string OwnName(Type type)
    {
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments().Skip(outer).ToList();
        return arguments.Count == 0 ? type.Name.Split('`')[0] : $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments.Select(Name))}>";
    }
}
