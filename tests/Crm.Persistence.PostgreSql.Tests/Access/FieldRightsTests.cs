using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.PostgreSql.Tests.Access;

public sealed class FieldRightsTests(PostgreSqlFixture fixture) : FieldRightsSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
