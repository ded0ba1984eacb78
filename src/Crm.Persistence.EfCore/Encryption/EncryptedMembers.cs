using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>Finds the encrypted properties that an expression reads.</summary>
internal sealed class EncryptedMembers(IModel model) : ExpressionVisitor
{
    private readonly List<PersonalDataCipher> _ciphers = [];

    public static IReadOnlyList<PersonalDataCipher> Of(IModel model, LambdaExpression value)
    {
        if (EncryptedColumns.KeysOf(model) is null)
        {
            return [];
        }

        var members = new EncryptedMembers(model);
        members.Visit(value.Body);
        return members._ciphers;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var entity = node.Expression is { } owner ? model.FindEntityType(owner.Type) ?? model.FindEntityType(node.Member.DeclaringType!) : null;
        if (entity?.FindProperty(node.Member.Name) is { } property && EncryptedColumns.CipherOf(property) is { } cipher)
        {
            _ciphers.Add(cipher);
        }
        else if (node.Expression is MemberExpression { Expression: { } root } complex
            && model.FindEntityType(root.Type)?.FindComplexProperty(complex.Member.Name)?.ComplexType.FindProperty(node.Member.Name) is { } part && EncryptedColumns.CipherOf(part) is { } inner)
        {
            _ciphers.Add(inner);
        }

        return base.VisitMember(node);
    }
}
