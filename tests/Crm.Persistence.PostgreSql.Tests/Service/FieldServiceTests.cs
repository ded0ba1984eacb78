using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class FieldServiceTests(PostgreSqlFixture fixture) : FieldServiceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
