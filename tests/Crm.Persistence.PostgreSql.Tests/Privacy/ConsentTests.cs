using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class ConsentTests(PostgreSqlFixture fixture) : ConsentSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
