using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Crm.Architecture.Tests.Metadata;

/// <summary>Collects every type that a signature mentions.</summary>
internal sealed class SignatureTypes(Func<EntityHandle, TypeName?> nameOf) : ISignatureTypeProvider<ImmutableHashSet<TypeName>, object?>
{
    private static readonly ImmutableHashSet<TypeName> s_none = [];

    public ImmutableHashSet<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => One(handle);

    public ImmutableHashSet<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => One(handle);

    public ImmutableHashSet<TypeName> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ImmutableHashSet<TypeName> GetGenericInstantiation(ImmutableHashSet<TypeName> genericType, ImmutableArray<ImmutableHashSet<TypeName>> typeArguments) =>
        typeArguments.Aggregate(genericType, (all, argument) => all.Union(argument));

    public ImmutableHashSet<TypeName> GetFunctionPointerType(MethodSignature<ImmutableHashSet<TypeName>> signature) =>
        signature.ParameterTypes.Aggregate(signature.ReturnType, (all, parameter) => all.Union(parameter));

    public ImmutableHashSet<TypeName> GetModifiedType(ImmutableHashSet<TypeName> modifier, ImmutableHashSet<TypeName> unmodifiedType, bool isRequired) =>
        unmodifiedType.Union(modifier);

    public ImmutableHashSet<TypeName> GetArrayType(ImmutableHashSet<TypeName> elementType, ArrayShape shape) => elementType;

    public ImmutableHashSet<TypeName> GetByReferenceType(ImmutableHashSet<TypeName> elementType) => elementType;

    public ImmutableHashSet<TypeName> GetPinnedType(ImmutableHashSet<TypeName> elementType) => elementType;

    public ImmutableHashSet<TypeName> GetPointerType(ImmutableHashSet<TypeName> elementType) => elementType;

    public ImmutableHashSet<TypeName> GetSZArrayType(ImmutableHashSet<TypeName> elementType) => elementType;

    public ImmutableHashSet<TypeName> GetGenericMethodParameter(object? genericContext, int index) => s_none;

    public ImmutableHashSet<TypeName> GetGenericTypeParameter(object? genericContext, int index) => s_none;

    public ImmutableHashSet<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => s_none;

    private ImmutableHashSet<TypeName> One(EntityHandle handle) => nameOf(handle) is { } name ? [name] : s_none;
}
