namespace Crm.Domain.Knowledge;

/// <summary>Words by which the languages are told apart: frequent ones, then some of those that customers ask with.</summary>
internal static class LanguageProfiles
{
    public static LanguageProfile[] All { get; } =
    [
        new("en",
            "the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been "
            + "if more when will would who so no out up into do any your what my how why where does did should could i me our us about some than other then also only may its "
            + "them these those am being over after before because between during under again most many much such own same very just whose whom off while both each she him too until",
            "please help order invoice payment delivery shipping refund return account password login change cancel send receive open close use using turn make get find show "
            + "screen keyboard window file folder network printer connect connection settings device time year people company name number first last new old work working does "
            + "doing happen happened called known located became become wrote written between through against without within another every question answer long high low large "
            + "small often which virus health risk safe spread test disease should need want made simple live paper dog pregnant child children home food house day week month buy sell price cost much often right left year century government school university information system "
            + "systems research treatment symptom symptoms contagious mask masks define define meaning technical management support request search important possible particular "
            + "reason reasons problem problems basic automatically available specific define required according popular population developed development engine energy force "
            + "state states united city county church law laws member members process produce product theory function method methods medical physical science sciences sharing "
            + "sound speed start started structure style surface title total track transfer travel type types usage user users value version view water western wide word words"),
        new("it",
            "di e che la il un a è per in una non sono da mi con si ho ma lo ha le del i se come della nel al gli c più dei alla anche o su questo dal quando chi cosa qual quale "
            + "quali quanto quanti quante dove perché perchè cos posso può possono devo deve fare avere essere stato stata ci ne nella delle dalla sul sulla ai agli alle degli "
            + "nei nelle questa questi queste quello quella suo sua loro mio mia tuo nostro vostro era erano fu hanno abbiamo siamo tra fra dopo prima senza ogni tutto tutti "
            + "tutte molto poco già ancora sempre mai solo così dello allo dallo sullo negli oppure né quindi però mentre l dell all nell dall sull un'",
            "ordine fattura pagamento spedizione consegna rimborso reso conto utente accesso modificare annullare inviare ricevere aprire chiudere usare attivare disattivare "
            + "schermo tastiera finestra cartella rete stampante collegare collegamento impostazioni dispositivo tempo anno persone azienda nome numero primo ultimo nuovo vecchio "
            + "lavoro funziona funzionare chiamato conosciuto situato diventato scritto domanda risposta lungo alto basso grande piccolo spesso virus salute rischio sicuro malattia "
            + "bisogno vorrei comprare vendere prezzo costo destra sinistra secolo governo scuola università informazioni applicazione applicazioni regolare scegliere immagine "
            + "facilmente maggiore migliore città società quantità possibilità aggiungere rimuovere utilizzare visualizzare selezionare recuperare rimuovere elemento elenco condividere associare proprio telefono stampa dispositivi chiavi salvare ripristinare "
            + "gestire annullamento pagare ricevuta garanzia riparazione assistenza cliente clienti servizio servizi"),
        new("ro",
            "și de a în la cu pe nu că o un din se este mai care pentru sunt ce să fi au ca am ai fost dar le lui ei îl sau cum când unde cine cât câți câte câtă de ce care este cel cea cei cele "
            + "al ale prin după fără până între acest această acești aceste acesta aceasta acea meu mea mei mele tău ta său sa noastră nostru vostru lor dacă pot poate puteți trebuie am avea are avem "
            + "aveți era erau va vor voi vei aș ar doar foarte mult multe mulți toate toți tot fiecare despre către spre asupra sub peste doi două trei prima primul nici atunci acum aici acolo îmi "
            + "îți își i-a s-a m-am iar deci însă deși ori si sa in ii imi isi cand cat cati cata daca fara pana intre dupa",
            "comandă comanda factură factura plată plata livrare livrarea rambursare retur cont contul parolă parola autentificare modificare anulare trimite primi deschide închide folosi utiliza "
            + "ecran ecranul tastatură fereastră fereastra dosar rețea rețeaua imprimantă conectare conexiune setări configurări dispozitiv timp timpul an anul oameni companie companiei nume numele "
            + "număr numărul ultimul nou nouă vechi lucru lucrează funcționează numit numită cunoscut situat devenit scris întrebare răspuns lung mare mic adesea virus sănătate risc sigur boală "
            + "nevoie vreau cumpăra vinde preț prețul cost dreapta stânga secol secolul guvern guvernul școală universitate informații aplicație aplicația aplicații aplicațiilor alege imagine ușor "
            + "oraș orașul țară țara țări societate adăuga elimina afișa selecta echipa jucător război împărat"),
        new("es",
            "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue "
            + "había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada vida otro "
            + "después otros aunque esa eso hace otra gobierno tan durante siempre día cómo cuál cuáles cuándo dónde quién quiénes cuánto cuántos cuántas cuánta puedo puedes pueden "
            + "debo debe hacer tengo tienen estoy están fueron mis tu tus nuestro su cual quien les os te",
            "pedido factura pago envío entrega reembolso devolución cuenta contraseña iniciar sesión cambiar cancelar enviar recibir abrir cerrar usar activar desactivar pantalla "
            + "teclado ventana archivo archivos carpeta red impresora conectar conectarse conexión configurar configuración calibrar monitor dispositivo dispositivos emparejar año gente resolver "
            + "problemas solicitar soporte correo importante capturar colores acerca guía encender apagar sonido tarjetas lectores inalámbrica ajustes específicos empresa nombre número primero último nuevo viejo trabajo funciona "
            + "funcionar llamado conocido situado escrito pregunta respuesta largo alto bajo grande pequeño menudo virus salud riesgo seguro enfermedad necesito quiero comprar vender "
            + "precio derecha izquierda siglo escuela universidad información aplicación aplicaciones ajustar elegir imagen fácilmente mayor mejor ciudad sociedad cantidad añadir "
            + "quitar eliminar utilizar mostrar seleccionar equipo ratón botón niños españa jugador batalla"),
        new("sv",
            "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när år under också efter eller nu sin där vid mot ska skulle kommer ut få "
            + "finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går sverige detta nya procent skall hans utan sina något svenska allt "
            + "första fick måste mellan blev dig du mig oss er hon honom henne dem deras vår vårt din ditt mitt min varför vem vilka vilken vilket hos får bli varit gör göra någon några ingen inget",
            "beställning faktura betalning leverans frakt återbetalning retur konto lösenord logga inloggning ändra avbryta skicka ta emot öppna stänga använd använda användare aktivera inaktivera "
            + "hjälp hjälpa hjälpmedel begär felsök läsare nå internet trådlös trådlöst via prestanda justera hitta skärm skärmen tangentbord tangent fönster fil filer mapp nätverk skrivare ansluta anslutning inställningar enhet enheten tid folk företag namn nummer sista ny gammal arbete fungerar "
            + "fungera heter kallas känd ligger blev skrev fråga svar lång hög låg stor liten ofta virus hälsa risk säker sjukdom behöver köpa sälja pris kostar kostnad höger vänster århundrade "
            + "regering skola universitet information program programmet välja bild lätt lättare större bättre stad samhälle lägg lägga ta bort visa markera dator datorn ljud musen knapp barn "
            + "försäkring ersättning sjukpenning föräldrapenning ansöka ansökan pengar månad anmäla"),
        new("pt",
            "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até "
            + "isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual quais será "
            + "nós tenho lhe deles essas esses pelas este fosse dele onde quanto quantos quantas posso pode podem devo deve fazer como porque por que meus minhas não sim são",
            "pedido fatura pagamento envio entrega reembolso devolução conta senha acessar alterar cancelar enviar receber abrir fechar usar ativar desativar tela teclado janela "
            + "arquivo pasta rede impressora conectar conexão configurações dispositivo tempo ano pessoas empresa nome número primeiro último novo velho trabalho funciona funcionar "
            + "chamado conhecido localizado escrito pergunta resposta longo alto baixo grande pequeno vírus saúde risco seguro doença preciso quero comprar vender preço custo direita "
            + "esquerda século governo escola universidade informação informações aplicação aplicativo escolher imagem facilmente maior melhor cidade sociedade quantidade adicionar "
            + "remover utilizar mostrar selecionar computador emissão licença cadastro solicitação solicitar realizar prazo renovação cartão agrotóxicos certificado"),
        new("de",
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
            + "einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr kann können mein meine meinen was wer wo wann warum wieviel welche welcher "
            + "welches ihre seine dieser diese dieses kein keine muss müssen soll wenn mir mich uns euch hier dort schon sehr unter gegen zwischen ohne alle jeder etwas nichts du",
            "bestellung rechnung zahlung lieferung versand rückerstattung rückgabe konto passwort anmelden ändern stornieren senden erhalten öffnen schließen verwenden benutzen "
            + "bildschirm tastatur fenster datei ordner netzwerk drucker verbinden verbindung einstellungen gerät zeit jahr leute firma name nummer erste letzte neu alt arbeit "
            + "funktioniert heißt bekannt geschrieben frage antwort lang hoch niedrig groß klein oft gesundheit sicher krankheit brauche möchte kaufen verkaufen preis kosten rechts "
            + "links jahrhundert regierung schule universität auswählen bild leicht größer besser stadt gesellschaft hinzufügen entfernen anzeigen"),
        new("fr",
            "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux mais comme on cette ses nous sa été ils tout leur même fait "
            + "elle être bien si deux ces entre peut vous je mon ma mes votre vos quel quelle quels quelles quand où comment pourquoi combien quoi puis dois doit faire avoir avons sans "
            + "sous après avant depuis pendant très aussi encore toujours jamais chaque tous toutes leurs notre nos était étaient c'est l'on qu'il n'est d'un d'une ai as me te",
            "commande facture paiement livraison expédition remboursement retour compte mot passe connecter modifier annuler envoyer recevoir ouvrir fermer utiliser activer désactiver "
            + "écran clavier fenêtre fichier dossier réseau imprimante connexion paramètres appareil temps année personnes entreprise nom numéro premier dernier nouveau ancien travail "
            + "fonctionne appelé connu situé écrit question réponse long haut bas grand petit souvent santé risque sûr maladie besoin voudrais acheter vendre prix coût droite gauche "
            + "siècle gouvernement école université choisir image facilement meilleur ville société quantité ajouter supprimer afficher sélectionner"),
    ];
}
