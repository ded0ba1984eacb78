using Crm.Persistence.Specification.Background;

namespace Crm.Persistence.PostgreSql.Tests.Background;

public sealed class DueWorkTests(PostgreSqlFixture fixture) : DueWorkSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
