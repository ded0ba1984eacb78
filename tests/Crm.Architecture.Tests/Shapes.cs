using System.Reflection;
using System.Runtime.CompilerServices;

namespace Crm.Architecture.Tests;

/// <summary>Questions about the shape of a type.</summary>
internal static class Shapes
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static bool IsStatic(this Type type) => type is { IsAbstract: true, IsSealed: true };

    public static bool IsRecord(this Type type) => type.IsValueType
        ? type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        : type.GetMethod("<Clone>$") is not null;

    public static bool IsReadOnlyStruct(this Type type) => type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute), false);

    public static bool IsDelegate(this Type type) => type.IsSubclassOf(typeof(Delegate));

    public static bool Implements(this Type type, string interfaceName) => type.GetInterfaces()
        .Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i).FullName == interfaceName);

    public static bool Has(this MemberInfo member, string attributeName) =>
        member.GetCustomAttributesData().Any(attribute => attribute.AttributeType.FullName == attributeName);

    public static bool IsId(this Type type) => type.IsValueType && type.Implements("Crm.Domain.Primitives.ICrmId");

    public static bool IsEvent(this Type type) => type is { IsInterface: false } && type.Implements("Crm.Domain.Primitives.ICrmEvent");

    public static bool IsFrontDoor(this Type type) => type.Has("Crm.Domain.Primitives.FrontDoorAttribute");

    /// <summary>Whether it derives from AggregateRoot, abstract or not.</summary>
    public static bool IsAggregate(this Type type) => type.BaseType is { } parent && (IsAggregateRoot(parent) || parent.IsAggregate());

    public static bool IsAggregateRoot(this Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "Crm.Domain.Primitives.AggregateRoot`1";

    public static bool IsInitOnly(this PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static bool IsPublicOrProtected(this MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    /// <summary>A type and everything that its generic arguments and elements name.</summary>
    public static IEnumerable<Type> Parts(this Type type)
    {
        if (type.HasElementType)
        {
            return type.GetElementType()!.Parts();
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }

    /// <summary>Types in the signature of a member.</summary>
    public static IEnumerable<Type> SignatureTypes(this MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).SelectMany(Parts),
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType).SelectMany(Parts),
        PropertyInfo property => property.PropertyType.Parts(),
        FieldInfo field => field.FieldType.Parts(),
        EventInfo happening => happening.EventHandlerType!.Parts(),
        _ => [],
    };

    /// <summary>Name such as <c>Money.Parse</c> or <c>Page&lt;T&gt;</c>.</summary>
    public static string Display(this Type type) => type.FullName ?? type.Name;
}
