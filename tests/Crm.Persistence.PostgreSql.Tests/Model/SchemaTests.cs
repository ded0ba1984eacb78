using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class SchemaTests(PostgreSqlFixture fixture) : SchemaSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
