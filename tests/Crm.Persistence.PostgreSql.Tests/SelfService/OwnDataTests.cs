using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.PostgreSql.Tests.SelfService;

public sealed class OwnDataTests(PostgreSqlFixture fixture) : OwnDataSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
