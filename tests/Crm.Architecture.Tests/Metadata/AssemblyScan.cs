using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crm.Architecture.Tests.Metadata;

/// <summary>
/// Which types and members each type of a built assembly mentions, in signatures, attributes and method bodies. What closures,
/// iterators and nested types mention counts for the outermost type. Constants are copied by the compiler and leave no trace.
/// </summary>
internal sealed class AssemblyScan
{
    private static readonly Dictionary<Assembly, AssemblyScan> s_scans = House.Packages.ToDictionary(assembly => assembly, assembly => new AssemblyScan(assembly));

    private readonly MetadataReader _reader;
    private readonly SignatureTypes _signatures;
    private readonly string _assembly;
    private readonly HashSet<TypeUse> _types = [];
    private readonly HashSet<MemberUse> _members = [];

    private AssemblyScan(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        _reader = file.GetMetadataReader();
        _signatures = new SignatureTypes(NameOf);
        _assembly = assembly.GetName().Name!;
        foreach (var handle in _reader.TypeDefinitions)
        {
            Scan(file, handle);
        }

        References = [.. _reader.AssemblyReferences.Select(handle => _reader.GetString(_reader.GetAssemblyReference(handle).Name))];
    }

    public IReadOnlyCollection<TypeUse> Types => _types;

    public IReadOnlyCollection<MemberUse> Members => _members;

    /// <summary>Names of the assemblies it was compiled against and really uses.</summary>
    public IReadOnlyList<string> References { get; }

    public static AssemblyScan Of(Assembly assembly) => s_scans[assembly];

    private void Scan(PEReader file, TypeDefinitionHandle handle)
    {
        var user = NameOf(handle)!.Value;
        var type = _reader.GetTypeDefinition(handle);
        Mention(user, "base", type.BaseType);
        Mention(user, "attribute", type.GetCustomAttributes());
        Mention(user, "constraint", type.GetGenericParameters());
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Mention(user, "interface", _reader.GetInterfaceImplementation(implemented).Interface);
        }

        // Fields of compiler-made types repeat what the code that made them mentions.
        var isWritten = !_reader.GetString(type.Name).StartsWith('<');
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition).Where(_ => isWritten))
        {
            Mention(user, _reader.GetString(field.Name), field.DecodeSignature(_signatures, null));
            Mention(user, _reader.GetString(field.Name), field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            Mention(user, _reader.GetString(property.Name), property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            ScanMethod(file, user, method);
        }
    }

    private void ScanMethod(PEReader file, TypeName user, MethodDefinition method)
    {
        var member = MemberName(method);
        Mention(user, member, MentionedBy(method.DecodeSignature(_signatures, null)));
        Mention(user, member, method.GetCustomAttributes());
        Mention(user, member, method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
        {
            Mention(user, member, _reader.GetParameter(parameter).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null))
            {
                Mention(user, member, local);
            }
        }

        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            Mention(user, member, region.CatchType);
        }

        foreach (var token in InstructionReader.Tokens(body.GetILReader()))
        {
            Mention(user, member, token);
        }
    }

    private void Mention(TypeName user, string member, EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                Mention(user, member, [NameOf(handle)!.Value]);
                break;
            case HandleKind.TypeSpecification:
                Mention(user, member, _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, null));
                break;
            case HandleKind.FieldDefinition:
                var field = _reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                MentionMember(user, member, field.GetDeclaringType(), field.Name, field.DecodeSignature(_signatures, null));
                break;
            case HandleKind.MethodDefinition:
                var method = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                MentionMember(user, member, method.GetDeclaringType(), method.Name, MentionedBy(method.DecodeSignature(_signatures, null)));
                break;
            case HandleKind.MemberReference:
                var reference = _reader.GetMemberReference((MemberReferenceHandle)handle);
                MentionMember(user, member, reference.Parent, reference.Name, reference.GetKind() == MemberReferenceKind.Field
                    ? reference.DecodeFieldSignature(_signatures, null)
                    : MentionedBy(reference.DecodeMethodSignature(_signatures, null)));
                break;
            case HandleKind.MethodSpecification:
                var instance = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Mention(user, member, instance.Method);
                foreach (var argument in instance.DecodeSignature(_signatures, null))
                {
                    Mention(user, member, argument);
                }

                break;
            default:
                break;
        }
    }

    private void MentionMember(TypeName user, string member, EntityHandle owner, StringHandle name, ImmutableHashSet<TypeName> signature)
    {
        Mention(user, member, owner);
        Mention(user, member, signature);
        var ownerName = owner.Kind == HandleKind.TypeSpecification ? GenericOwner((TypeSpecificationHandle)owner) : NameOf(owner);
        if (ownerName is { } known)
        {
            _members.Add(new MemberUse(user, member, known, _reader.GetString(name)));
        }
    }

    private void Mention(TypeName user, string member, ImmutableHashSet<TypeName> used)
    {
        foreach (var name in used.Where(name => name != user))
        {
            _types.Add(new TypeUse(user, member, name));
        }
    }

    private void Mention(TypeName user, string member, CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Mention(user, member, _reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Mention(TypeName user, string member, GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Mention(user, member, _reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    // The state machine <LogAsync>d__4 and the closure method <LogAsync>b__0 are parts of LogAsync.
    private string MemberName(MethodDefinition method)
    {
        var name = _reader.GetString(method.Name);
        var type = _reader.GetString(_reader.GetTypeDefinition(method.GetDeclaringType()).Name);
        return Written(name) ?? Written(type) ?? name;

        static string? Written(string made) => made.StartsWith('<') && made.IndexOf('>') is > 1 and var end ? made[1..end].Trim('<') : null;
    }

    private TypeName? NameOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                var type = _reader.GetTypeDefinition((TypeDefinitionHandle)handle);
                return type.GetDeclaringType() is { IsNil: false } outer
                    ? NameOf(outer)
                    : new TypeName(_assembly, _reader.GetString(type.Namespace), _reader.GetString(type.Name));
            case HandleKind.TypeReference:
                var reference = _reader.GetTypeReference((TypeReferenceHandle)handle);
                return reference.ResolutionScope.Kind == HandleKind.TypeReference
                    ? NameOf(reference.ResolutionScope)
                    : new TypeName(AssemblyOf(reference.ResolutionScope), _reader.GetString(reference.Namespace), _reader.GetString(reference.Name));
            default:
                return null;
        }
    }

    // The first type of an instantiation is the generic type itself; the rest are its arguments.
    private TypeName? GenericOwner(TypeSpecificationHandle handle)
    {
        var signature = _reader.GetBlobReader(_reader.GetTypeSpecification(handle).Signature);
        return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && signature.ReadByte() is 0x11 or 0x12
            ? NameOf(signature.ReadTypeHandle())
            : null;
    }

    private string AssemblyOf(EntityHandle scope) => scope.Kind == HandleKind.AssemblyReference
        ? _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
        : _assembly;

    private static ImmutableHashSet<TypeName> MentionedBy(MethodSignature<ImmutableHashSet<TypeName>> signature) =>
        signature.ParameterTypes.Aggregate(signature.ReturnType, (all, parameter) => all.Union(parameter));
}
